//! How high each embed page is: measured and kept by a browser test, so that a build needs no browser.

use crate::Fault;
use std::path::Path;

/// The widths of a frame that heights are known for, in CSS pixels.
pub const WIDTHS: [u32; 3] = [680, 480, 320];
/// Heights of a page that nobody has measured yet; the test of the heights then says what they are.
const UNKNOWN: [u32; 3] = [4000, 4300, 5200];

/// Heights in CSS pixels by page, one a width; pages of other languages than the first begin with theirs: `ru/story`.
pub struct Heights(Vec<(String, [u32; 3])>);

impl Heights {
    /// The heights of an embed page.
    pub fn of(&self, page: &str) -> [u32; 3] {
        self.0.iter().find(|(known, _)| known == page).map_or(UNKNOWN, |(_, heights)| *heights)
    }
}

/// Reads `heights.csv`: a page and its heights a line.
pub fn read(root: &Path) -> Result<Heights, Fault> {
    let path = root.join("src/bin/prerender/heights.csv");
    let text = crate::read(&path)?;
    let mut heights = Vec::new();
    for (line, row) in text.lines().enumerate().skip(1) {
        let fields: Vec<&str> = row.split(',').collect();
        let numbers: Result<Vec<u32>, _> = fields.iter().skip(1).map(|field| field.trim().parse()).collect();
        let numbers = numbers.ok().and_then(|numbers| <[u32; 3]>::try_from(numbers).ok());
        let numbers = numbers.ok_or_else(|| {
            format!("{}:{}: expected `page,height,height,height` in pixels, found `{row}`", path.display(), line + 1)
        })?;
        heights.push((fields.first().map_or_else(String::new, ToString::to_string), numbers));
    }
    Ok(Heights(heights))
}
