//! Files as the system gives them: what is no file is refused by its kind, and nothing is read without an end.

use super::limits::{Limit, Limits};
use crate::problem::Problem;
use std::io::Read;
use std::path::Path;

/// The path that stands for standard input.
pub const STDIN: &str = "-";

/// Reads a whole file.
///
/// # Errors
/// When it is no file that can be read, or is larger than the limit.
pub fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, Problem> {
    if path.as_os_str() == STDIN {
        return read_from(std::io::stdin().lock(), limits, "standard input");
    }
    let unreadable = |error: std::io::Error| Problem::unreadable(path, &error);
    // Asked before opening, since to open a pipe is to wait for a writer.
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(Problem::new(path.display(), "a folder, not a file"));
    }
    if !about.is_file() {
        return Err(Problem::new(
            path.display(),
            "neither a file nor a folder (a device, a pipe or a socket)",
        )
        .hint("to read from a pipe, name the file -"));
    }
    let file = std::fs::File::open(path).map_err(unreadable)?;
    read_from(file, limits, &path.display().to_string())
}

/// Reads a stream to its end.
///
/// # Errors
/// When reading fails or goes beyond the limit.
pub fn read_from(stream: impl Read, limits: &Limits, place: &str) -> Result<Vec<u8>, Problem> {
    let most = limits.get(Limit::FileBytes);
    let mut bytes = Vec::new();
    stream
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::unreadable(Path::new(place), &error))?;
    limits.check(Limit::FileBytes, bytes.len(), place)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_stream_ends_at_the_limit() {
        let mut limits = Limits::default();
        limits.set("file-bytes=1K").unwrap();
        let refused = read_from(std::io::repeat(b'x'), &limits, "standard input");
        assert!(refused.is_err_and(|problem| problem.reason().contains("limit file-bytes")));
    }

    #[test]
    fn what_is_no_file_is_refused_by_its_kind() {
        let reason = |path: &str| read(Path::new(path), &Limits::default()).unwrap_err().reason().to_owned();
        assert_eq!(reason("src"), "a folder, not a file");
        assert_eq!(reason("src/none"), "no such file or folder");
    }
}
