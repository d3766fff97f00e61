//! Mounts the explainer in the browser; natively there is nothing to mount.

fn main() {
    #[cfg(target_arch = "wasm32")]
    seized::view::start();
}
