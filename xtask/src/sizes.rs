//! The sizes the prerender wrote down, and their budgets.

use {
    anyhow::{Context, Result},
    serde_json::Value,
    std::{fmt::Write, fs, path::Path},
};

/// What `dist/sizes.json` says, in bytes.
#[derive(Debug, PartialEq)]
pub struct Sizes {
    /// Every file: its path in `dist`, then raw, gzip and brotli sizes, then its kind.
    pub files: Vec<(String, [Option<u64>; 3], String)>,
    /// The budgets.
    pub budgets: Vec<Budget>,
}

/// How much of one kind may be sent, in brotli bytes, and how much there is.
#[derive(Debug, PartialEq)]
pub struct Budget {
    /// Such as `html` or `wasm`.
    pub kind: String,
    /// At most this.
    pub limit: u64,
    /// What there is.
    pub actual: u64,
}

impl Sizes {
    /// Reads `dist/sizes.json`.
    pub fn read(dist: &Path) -> Result<Self> {
        let path = dist.join("sizes.json");
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    /// Reads `{"files": {path: {raw, gzip, brotli, kind}}, "budgets": [{kind, limit, actual}]}`.
    ///
    /// # Errors
    /// It is not JSON, or a part is missing; the message names it.
    pub fn parse(text: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(text)?;
        let files = value["files"].as_object().context("`files` is missing")?;
        let file = |(path, sizes): (&String, &Value)| {
            let numbers = ["raw", "gzip", "brotli"].map(|name| sizes[name].as_u64());
            (path.clone(), numbers, sizes["kind"].as_str().unwrap_or("").to_owned())
        };
        let budget = |budget: &Value| {
            let kind = budget["kind"].as_str().context("a budget without `kind`")?;
            let number =
                |name: &str| budget[name].as_u64().with_context(|| format!("budget {kind}: `{name}` is missing"));
            Ok(Budget { kind: kind.into(), limit: number("limit")?, actual: number("actual")? })
        };
        let budgets = value["budgets"].as_array().context("`budgets` is missing")?;
        Ok(Self {
            files: files.iter().map(file).collect(),
            budgets: budgets.iter().map(budget).collect::<Result<_>>()?,
        })
    }

    /// The budgets that are exceeded.
    pub fn over(&self) -> Vec<&Budget> {
        self.budgets.iter().filter(|budget| budget.actual > budget.limit).collect()
    }

    /// The files and their sizes as text in columns, largest first.
    pub fn table(&self) -> String {
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_by_key(|(_, sizes, _)| std::cmp::Reverse(sizes[2].or(sizes[0])));
        let mut text = format!("{:>10} {:>10} {:>10}  {:<8} file\n", "raw", "gzip", "brotli", "kind");
        for (path, sizes, kind) in files {
            let [raw, gzip, brotli] = sizes.map(|size| size.map_or("–".into(), |size| size.to_string()));
            let _ = writeln!(text, "{raw:>10} {gzip:>10} {brotli:>10}  {kind:<8} {path}");
        }
        text
    }

    /// The budgets as text in columns.
    pub fn budget_table(&self) -> String {
        let mut text = format!("{:<16} {:>10} {:>10}\n", "kind (brotli)", "actual", "limit");
        for Budget { kind, limit, actual } in &self.budgets {
            let mark = if actual > limit { "  too large" } else { "" };
            let _ = writeln!(text, "{kind:<16} {actual:>10} {limit:>10}{mark}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Sizes;

    #[test]
    fn a_budget_may_be_met_exactly() {
        let text = r#"{"files": {"a.js": {"raw": 9, "gzip": 5, "brotli": 4, "kind": "glue"}},
            "budgets": [{"kind": "glue", "limit": 4, "actual": 4}, {"kind": "css", "limit": 3, "actual": 4}]}"#;
        let sizes = Sizes::parse(text).unwrap();
        assert_eq!(sizes.over().iter().map(|budget| &budget.kind).collect::<Vec<_>>(), ["css"]);
        assert!(sizes.table().contains("a.js"));
        assert!(Sizes::parse("{}").unwrap_err().to_string().contains("files"));
    }
}
