//! Sorting, and small maps kept in order. One compiled sort serves every type: the standard library's own, compiled for each,
//! came to a tenth of the browser's module.

/// Sorts by two whole numbers, the first counting more; items with equal keys keep their order.
pub fn sort_by_key<T: Clone>(items: &mut [T], mut key: impl FnMut(&T) -> (usize, usize)) {
    let mut order = Vec::with_capacity(items.len());
    for item in items.iter() {
        let (first, second) = key(item);
        order.push((first, second, order.len()));
    }
    sort_order(&mut order);
    let before = items.to_vec();
    for (item, (_, _, index)) in items.iter_mut().zip(order) {
        item.clone_from(&before[index]);
    }
}

/// Sorts triples of whole numbers: as a heap, of which the greatest goes to the end, again and again. A fifth of the standard
/// library's sort in size.
#[inline(never)]
pub fn sort_order(order: &mut [(usize, usize, usize)]) {
    for top in (0..order.len() / 2).rev() {
        sink(order, top);
    }
    for end in (1..order.len()).rev() {
        order.swap(0, end);
        sink(&mut order[..end], 0);
    }
}

/// Lets an item sink in a heap below those that are greater.
fn sink(heap: &mut [(usize, usize, usize)], mut at: usize) {
    loop {
        let mut child = 2 * at + 1;
        if child + 1 < heap.len() && heap[child] < heap[child + 1] {
            child += 1;
        }
        if child >= heap.len() || heap[child] <= heap[at] {
            return;
        }
        heap.swap(at, child);
        at = child;
    }
}

/// A map as a list in the order of its keys: for few entries, or entries that come in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        SortedMap(Vec::new())
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    pub fn new() -> Self {
        SortedMap::default()
    }

    fn place(&self, key: &K) -> Result<usize, usize> {
        let place = self.0.partition_point(|(known, _)| known < key);
        if self.0.get(place).is_some_and(|(known, _)| known == key) { Ok(place) } else { Err(place) }
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.place(key).ok().map(|place| &mut self.0[place].1)
    }

    /// The value of a key, put there first where there was none.
    pub fn get_or_insert(&mut self, key: K, value: V) -> &mut V {
        let place = match self.place(&key) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key, value));
                place
            }
        };
        &mut self.0[place].1
    }

    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = SortedMap::new();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut items in prop::collection::vec((0usize..9, 0usize..9, 0u8..9), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| (item.0, item.1));
            sort_by_key(&mut items, |item| (item.0, item.1));
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn it_maps_as_the_standard_library_does(entries in prop::collection::vec((0u8..20, 0u8..9), 0..60)) {
            let expected: std::collections::BTreeMap<u8, u8> = entries.iter().copied().collect();
            let map: SortedMap<u8, u8> = entries.into_iter().collect();
            for key in 0..20 {
                prop_assert_eq!(map.get(&key), expected.get(&key));
            }
            prop_assert!(map.into_iter().eq(expected));
        }
    }
}
