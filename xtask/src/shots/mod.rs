//! `cargo xtask shots`: pictures of every step, for a person to look at.

mod page;
mod sheet;

use {
    crate::{
        build::build_if_stale,
        drivers::{Engine, Session, open},
        project,
        server::{Options, Server},
        tools,
    },
    anyhow::Result,
    std::{fs, path::Path},
};

/// What to take pictures of.
#[derive(Clone, Debug, Default)]
pub struct Shots {
    /// One step a section: the one marked `data-telling`, else the last.
    pub quick: bool,
    /// Further widths, in CSS pixels, besides 390 and 1280.
    pub widths: Vec<u32>,
}

/// One way of looking at the page.
#[derive(Clone, Debug)]
struct View {
    name: String,
    width: u32,
    height: u32,
    scale: u8,
    dark: bool,
}

impl View {
    fn all(widths: &[u32]) -> Vec<Self> {
        let usual = [("phone".to_owned(), 390, 844), ("desktop".to_owned(), 1280, 800)];
        let further = widths.iter().map(|&width| (width.to_string(), width, if width < 600 { 844 } else { 800 }));
        let sizes = usual.into_iter().chain(further);
        let both = sizes.flat_map(|size| [(size.clone(), false), (size, true)]);
        both.map(|((name, width, height), dark)| {
            let name = format!("{name}-{}", if dark { "dark" } else { "light" });
            Self { name, width, height, scale: if width < 600 { 2 } else { 1 }, dark }
        })
        .collect()
    }
}

/// Takes the pictures into `shots/`, replacing what is there, from the site in `dist/`,
/// which is built first if it is missing or old.
pub fn shots(wanted: &Shots) -> Result<()> {
    build_if_stale()?;
    tools::for_browsers(&[Engine::Chromium])?;
    let directory = project::root().join("shots");
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory)?;
    let server = Server::start(project::dist(), Options::default())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let rows = runtime.block_on(async {
        let session = open(Engine::Chromium).await?;
        let rows = take(&session, &server, wanted, &directory).await;
        session.close().await?;
        rows
    })?;
    let columns: Vec<_> = View::all(&wanted.widths).into_iter().map(|view| view.name).collect();
    sheet::write(&directory, &rows, &columns)?;
    println!(
        "{} pictures in shots/; all together in shots/contact.png and shots/index.html.",
        rows.len() * columns.len()
    );
    Ok(())
}

/// Takes every picture and returns the rows of the sheet: `top`, then the steps.
async fn take(session: &Session, server: &Server, wanted: &Shots, directory: &Path) -> Result<Vec<String>> {
    let mut rows = Vec::new();
    for view in View::all(&wanted.widths) {
        page::look(session, &view).await?;
        session.driver.goto(server.url("")).await?;
        page::settle(session, None, "top").await?;
        let mut places = vec![("top".to_owned(), String::new())];
        places.extend(page::places(session, wanted.quick).await?);
        for (name, address) in &places {
            let file = format!("{name}-{}.png", view.name);
            if name != "top" {
                session.driver.goto(server.url(address)).await?;
                page::settle(session, Some(name), &file).await?;
            }
            fs::write(directory.join(&file), session.driver.screenshot_as_png().await?)?;
        }
        println!("{}: {} pictures", view.name, places.len());
        rows = places.into_iter().map(|(name, _)| name).collect();
    }
    Ok(rows)
}
