//! Several things in one sentence.

/// Things with commas and *och* before the last: `a, b och c`; empty for none.
pub fn joined(items: &[impl AsRef<str>]) -> String {
    let Some((last, earlier)) = items.split_last() else { return String::new() };
    if earlier.is_empty() {
        return last.as_ref().to_owned();
    }
    let earlier: Vec<&str> = earlier.iter().map(AsRef::as_ref).collect();
    format!("{} och {}", earlier.join(", "), last.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_two_are_parted_by_a_word() {
        assert_eq!(joined(&[] as &[&str]), "");
        assert_eq!(joined(&["a"]), "a");
        assert_eq!(joined(&["a", "b"]), "a och b");
        assert_eq!(joined(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b och c");
    }
}
