//! The examples of the manual are run as they stand there.

#[test]
fn manual() {
    trycmd::TestCases::new().env("COLUMNS", "80").case("docs/manual.md").run();
}
