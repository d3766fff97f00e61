//! One direction of dependency.

use std::fs;

#[test]
fn layers_name_only_those_left_of_them() {
    let layers = ["data", "model", "text", "draw", "chart", "story", "browser", "view"];
    for (place, layer) in layers.iter().enumerate() {
        let mut files = vec![format!("{}/src/{layer}", env!("CARGO_MANIFEST_DIR")).into()];
        while let Some(path) = files.pop() {
            let path: std::path::PathBuf = path;
            if path.is_dir() {
                files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.extension().is_some_and(|end| end == "rs") {
                let code = fs::read_to_string(&path).unwrap();
                for right in &layers[place + 1..] {
                    assert!(!code.contains(&format!("crate::{right}")), "{} names {right}", path.display());
                }
                let web = ["web_sys::", "js_sys::"].iter().any(|name| code.contains(name));
                assert!(
                    !web || *layer == "browser" || path.ends_with("view/start.rs"),
                    "{} touches the DOM",
                    path.display()
                );
            }
        }
    }
}
