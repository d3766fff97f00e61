//! The command line.

use {
    crate::{
        build::{Build, build},
        drivers::Engine,
        project, serve,
        shots::{self, Shots},
        test::{self, Test},
        tools, verify,
    },
    anyhow::{Context, Result, bail},
    lexopt::{Arg, Parser, ValueExt},
    std::{
        net::{IpAddr, Ipv4Addr},
        path::PathBuf,
        process::ExitCode,
    },
};

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask serve [--host 127.0.0.1] [--port 8080] [--base /sub/path] [--url URL] [--no-build]
    Builds the site and serves it, with the headers a host would send. Only this machine reaches it; with
    --host 0.0.0.0 others do, too: a phone on the same network, whoever is outside of a container.
cargo xtask build [--url https://HOST/PATH/] [--dist DIR] [--manifest-dir DIR]
    Builds the site into dist/, release mode, and prints its sizes. With the address it will be hosted at,
    pages have oEmbed and canonical links in full.
cargo xtask test [--all] [--only STAGE] [FILTER]
    Runs everything: check, native, javascript, browsers, build, rebuild, browser, budgets.
    --all adds ignored tests; --only runs one stage; FILTER runs the tests whose names contain it.
cargo xtask check
    Formatting, lints and the tests of the pure layers.
cargo xtask shots [--quick] [--widths 320,768,1920]
    Pictures of every step in shots/, all together in shots/contact.png and shots/index.html.
cargo xtask verify
    Builds what git tracks twice, in different places, prints the SHA-256 of both sites and compares every byte.
cargo xtask setup
    Installs what the others need. Nothing else has to be run first.";

/// Runs the command line; failures are printed.
pub fn main() -> ExitCode {
    project::program();
    match run(Parser::from_env()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut parser: Parser) -> Result<bool> {
    let command = match parser.next()? {
        Some(Arg::Value(command)) => command.string()?,
        Some(Arg::Short('h') | Arg::Long("help")) | None => "help".into(),
        Some(other) => bail!(other.unexpected()),
    };
    match command.as_str() {
        "serve" => serve_command(parser)?,
        "build" => build(&build_arguments(parser)?)?,
        "test" => return test::test(&test_arguments(parser)?),
        "check" => {
            nothing_more(parser)?;
            return test::test(&Test { only: Some("check".into()), ..Test::default() });
        }
        "shots" => shots::shots(&shots_arguments(parser)?)?,
        "verify" => {
            nothing_more(parser)?;
            verify::verify()?;
        }
        "setup" => {
            nothing_more(parser)?;
            tools::for_check()?;
            tools::for_build()?;
            tools::for_browsers(&Engine::ALL)?;
            tools::servers::install(true)?;
            println!("Everything is installed.");
        }
        "help" => println!("{HELP}"),
        other => bail!("no command `{other}`\n\n{HELP}"),
    }
    Ok(true)
}

fn nothing_more(mut parser: Parser) -> Result<()> {
    match parser.next()? {
        Some(argument) => bail!(argument.unexpected()),
        None => Ok(()),
    }
}

fn serve_command(mut parser: Parser) -> Result<()> {
    let mut host = IpAddr::from(Ipv4Addr::LOCALHOST);
    let (mut port, mut base, mut url, mut wanted) = (8080, "/".to_owned(), None, true);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("host") => host = parser.value()?.parse()?,
            Arg::Long("port") => port = parser.value()?.parse()?,
            Arg::Long("base") => base = parser.value()?.string()?,
            Arg::Long("url") => url = Some(parser.value()?.string()?),
            Arg::Long("no-build") => wanted = false,
            other => bail!(other.unexpected()),
        }
    }
    if wanted {
        build(&Build { url, ..Build::default() })?;
    }
    serve::serve(&project::dist(), &base, host, port)
}

fn build_arguments(mut parser: Parser) -> Result<Build> {
    let (mut dist, mut manifest_dir, mut url) = (None, None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("dist") => dist = Some(std::path::absolute(PathBuf::from(parser.value()?))?),
            Arg::Long("url") => url = Some(parser.value()?.string()?),
            Arg::Long("manifest-dir") => {
                let value = PathBuf::from(parser.value()?);
                manifest_dir = Some(value.canonicalize().with_context(|| value.display().to_string())?);
            }
            other => bail!(other.unexpected()),
        }
    }
    let manifest_dir = manifest_dir.unwrap_or_else(|| project::root().into());
    Ok(Build { dist: dist.unwrap_or_else(|| manifest_dir.join("dist")), manifest_dir, target_dir: None, url })
}

fn test_arguments(mut parser: Parser) -> Result<Test> {
    let mut test = Test::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("all") => test.all = true,
            Arg::Long("only") => test.only = Some(parser.value()?.string()?),
            Arg::Value(filter) if test.filter.is_none() => test.filter = Some(filter.string()?),
            other => bail!(other.unexpected()),
        }
    }
    Ok(test)
}

fn shots_arguments(mut parser: Parser) -> Result<Shots> {
    let mut shots = Shots::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("quick") => shots.quick = true,
            Arg::Long("widths") => {
                let widths = parser.value()?.string()?;
                let width = |text: &str| text.trim().parse().with_context(|| format!("`{text}` is not a width"));
                shots.widths = widths.split(',').map(width).collect::<Result<_>>()?;
            }
            other => bail!(other.unexpected()),
        }
    }
    Ok(shots)
}
