//! SVG to PNG, with the page's own typeface and no other.

use crate::Fault;
use crate::assets::bytes;
use crate::fonts::SOURCES;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::path::Path;
use std::sync::Arc;

/// What turns drawings into pixels.
pub struct Raster(Arc<fontdb::Database>);

impl Raster {
    /// The typeface's name within its files.
    pub const FAMILY: &'static str = "Source Serif 4";

    /// Reads the typeface.
    pub fn new(root: &Path) -> Result<Self, Fault> {
        let mut fonts = fontdb::Database::new();
        for source in SOURCES {
            fonts.load_font_data(bytes(&root.join(source))?);
        }
        Ok(Self(Arc::new(fonts)))
    }

    /// A picture's pixels, as large as it says.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, Fault> {
        let options = Options { fontdb: self.0.clone(), font_family: Self::FAMILY.to_owned(), ..Options::default() };
        let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("a picture without size")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| error.to_string())
    }
}
