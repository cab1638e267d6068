//! Commands as files: arguments, what is printed, and the exit code. `TRYCMD=overwrite cargo test --test commands`
//! writes what is printed today; read it before it is kept.

#[test]
fn commands() {
    trycmd::TestCases::new()
        .env("COLUMNS", "80")
        .case("tests/commands/*.toml")
        .case("tests/commands/help/*.toml")
        .insert_var("[EXE]", std::env::consts::EXE_SUFFIX)
        .ok();
}
