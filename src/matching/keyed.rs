//! A small table by key, in the order of the keys' texts.

use crate::lexicon::Key;

/// Values by key. Demands hold some ten keys each: they are searched from end to end, and kept in the order of their
/// texts so that sums over them come out the same on every run.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyed<T> {
    keys: Vec<Key>,
    values: Vec<T>,
}

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Keyed { keys: Vec::new(), values: Vec::new() }
    }
}

impl<T> Keyed<T> {
    /// The value of a key.
    pub fn get(&self, key: Key) -> Option<&T> {
        self.keys.iter().position(|known| *known == key).and_then(|at| self.values.get(at))
    }

    /// Whether a key has a value.
    pub fn contains(&self, key: Key) -> bool {
        self.keys.contains(&key)
    }

    /// The value of a key, with a new one where it has none.
    pub fn or_insert_with(&mut self, key: Key, new: impl FnOnce() -> T) -> &mut T {
        let known = self.keys.iter().position(|known| *known == key);
        let at = known.unwrap_or_else(|| {
            let text = key.as_bytes();
            let at = self.keys.partition_point(|known| known.as_bytes() < text);
            self.keys.insert(at, key);
            self.values.insert(at, new());
            at
        });
        &mut self.values[at]
    }

    /// Gives a key its value, whatever it had.
    pub fn insert(&mut self, key: Key, value: T)
    where
        T: Copy,
    {
        *self.or_insert_with(key, || value) = value;
    }

    /// Keys with their values, in the order of the keys' texts.
    pub fn iter(&self) -> impl Iterator<Item = (Key, &T)> {
        self.keys.iter().copied().zip(&self.values)
    }

    /// The same, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Key, &mut T)> {
        self.keys.iter().copied().zip(&mut self.values)
    }

    /// The keys in the order of their texts.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.keys.iter().copied()
    }

    /// The values in that order.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.values.iter()
    }

    /// Gives back what is held for growth.
    pub fn shrink(&mut self) {
        self.keys.shrink_to_fit();
        self.values.shrink_to_fit();
    }
}
