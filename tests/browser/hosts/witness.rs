//! A witness in the host's page and in ours: it keeps whatever goes wrong there and counts the messages that arrive.

use crate::site;
use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::fs;

/// Stands before every other script of its page. It knows nothing of what the messages mean.
pub const SCRIPT: &str = "
const seen = window.seen = { broken: [], messages: 0 };
addEventListener('securitypolicyviolation', event => seen.broken.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
addEventListener('error', event => seen.broken.push(`error: ${event.message ?? event.target.outerHTML}`), true);
addEventListener('unhandledrejection', event => seen.broken.push(`rejection: ${event.reason}`));
addEventListener('message', () => { seen.messages += 1; });
";

/// The embed page of a section with the witness in it, which its policy is told to let pass.
pub fn embed(section: &str) -> Result<String> {
    let path = site::dist().join("embed").join(section).join("index.html");
    let page = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let begin = page.find("<meta http-equiv=\"Content-Security-Policy\"").context("no policy")?;
    let end = begin + page[begin..].find('>').context("the policy has no end")? + 1;
    let hash = STANDARD.encode(Sha256::digest(SCRIPT));
    let policy = page[begin..end].replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1);
    ensure!(policy != page[begin..end], "the policy names no scripts: {policy}");
    Ok(format!("{}{policy}<script>{SCRIPT}</script>{}", &page[..begin], &page[end..]))
}
