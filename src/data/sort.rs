/// Sorts a few items in place; equal ones keep their order. `before` says whether its first argument
/// has to stand before its second.
///
/// By insertion, so for lists of some dozens. The library's sorts are faster for long ones, but each
/// type they sort adds some 3 kB to the program that readers load.
pub(crate) fn sort_few<T>(items: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut place = end;
        while place > 0 && before(&items[place], &items[place - 1]) {
            items.swap(place, place - 1);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let mut expected = items;
        expected.sort_by_key(|(key, _)| *key);
        sort_few(&mut items, |a, b| a.0 < b.0);
        assert_eq!(items, expected);
        sort_few::<u8>(&mut [], |_, _| true);
    }
}
