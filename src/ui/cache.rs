//! One derived value, kept as long as what it was made from stays the same.

use std::rc::Rc;

/// One derived value with the key it was made for.
#[derive(Debug)]
pub(super) struct Cached<K, V> {
    held: Option<(K, Rc<V>)>,
}

impl<K, V> Default for Cached<K, V> {
    fn default() -> Self {
        Self { held: None }
    }
}

impl<K: PartialEq, V> Cached<K, V> {
    /// The value for `key`, made anew when the key is another.
    pub(super) fn get(&mut self, key: K, make: impl FnOnce() -> V) -> Rc<V> {
        if let Some((held, value)) = &self.held
            && *held == key
        {
            return Rc::clone(value);
        }
        let value = Rc::new(make());
        self.held = Some((key, Rc::clone(&value)));
        value
    }
}
