//! The table of the library's texts: modules in our own Python, as they lie under `python/`, a folder for each section.
//! There `a/b.py` is the module `a.b`, and `a/__init__.py` is `a`.
//!
//! The page downloads no text before a program wants one, and then those of its section: www/build.mjs gathers each
//! folder in a file, `library-SECTION.txt`. The sections: `common` is what most programs import, and what that rests on;
//! `system` files, sockets, processes, and what asyncio does with them; `more` the rest of CPython's library, of which few
//! programs import `rare`; `mail`, `sql`, `postgres`, `redis` and `brokers`, which simulate a server and its clients, and
//! `dis`, which compiles as CPython does, are what they are called, as are `trio`, `anyio`, `gevent` and `sqlalchemy`; `tools`
//! are those of command lines, `pytest` runs tests; `asgi` is a server and its applications, `web` pydantic, and `fastapi` and
//! `mcp` rest on both; `flask` brings its templates along; `hosts` is what simulated hosts outside answer; `small` is packages
//! of a file or two, and `others` what else is installed elsewhere, without `aiohttp`, and without `requests`, httpx and bs4,
//! which go together.

/// Sections, with names and texts; the build script (src/build.rs) writes a line for each file.
macro_rules! texts {
    ($($section:ident { $(($name:literal, $package:literal, $file:literal),)* })*) => {
        #[cfg(not(target_arch = "wasm32"))]
        pub const TEXTS: &[(&str, &[(&str, super::library::Text)])] = &[$((stringify!($section), &[
            $(($name, super::library::Text { source: include_str!($file), package: $package }),)*
        ]),)*];
        pub const NAMES: &[(&str, &[&str])] = &[$((stringify!($section), &[$($name,)*]),)*];
    };
}

/// Parts of texts, each with the module that it is a part of.
macro_rules! parts {
    ($(($name:literal, $whole:literal),)*) => {
        pub const PARTS: &[(&str, &str)] = &[$(($name, $whole),)*];
    };
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
