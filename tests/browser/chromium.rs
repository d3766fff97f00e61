//! What only Chromium can be asked, by its DevTools protocol.

use crate::reader::Reader;
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// A phone's viewport.
pub const PHONE: (u32, u32) = (390, 844);
/// A desktop's viewport.
pub const DESKTOP: (u32, u32) = (1280, 800);

impl Reader {
    /// Sends a DevTools command.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        self.driver().cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())
    }

    /// Makes the viewport exactly this large; below 600 pixels of width it is a phone's.
    pub async fn viewport(&self, (width, height): (u32, u32)) -> Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// Sets one media feature.
    pub async fn feature(&self, name: &str, value: &str) -> Result<()> {
        let media = json!({ "features": [{ "name": name, "value": value }] });
        self.cdp("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    /// Runs a script in every later page before the page's own.
    pub async fn beforehand(&self, script: &str) -> Result<()> {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
    }

    /// What the console says since last asked, without what is only information.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.driver().get_log("browser").await?;
        let loud = log.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message));
        Ok(loud.filter(|entry| !entry.starts_with("INFO") && !entry.starts_with("DEBUG")).collect())
    }

    /// The DevTools events of a kind since last asked for any.
    pub async fn events(&self, kinds: &[&str]) -> Result<Vec<(String, Value)>> {
        let mut found = Vec::new();
        for entry in self.driver().get_log("performance").await? {
            let message: Value = serde_json::from_str(&entry.message)?;
            let message = &message["message"];
            let method = message["method"].as_str().unwrap_or_default();
            if kinds.contains(&method) {
                found.push((method.to_owned(), message["params"].clone()));
            }
        }
        Ok(found)
    }
}
