//! Which sections of the library's texts a program wants.

use super::library::{section, text};
use super::texts::NAMES;
use crate::trace::sorted::distinct;

/// The sections that a program surely wants and that are not there, so that they are fetched side by side before it runs.
/// What else it comes to want is asked for by its run.
pub fn wanted_by(source: &str) -> Vec<&'static str> {
    let mut wanted = sections_of(source);
    wanted.retain(|section| !is_there(section));
    wanted
}

/// The modules of the library's texts that a program's lines import, sorted.
pub fn modules_of(source: &str) -> Vec<&str> {
    let lines = source.split('\n').map(str::trim_start);
    distinct(lines.flat_map(imported).filter(|name| section(name).is_some()))
}

fn sections_of(source: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for name in modules_of(source) {
        let Some(section) = section(name) else { continue };
        let rests_on: &[&str] = match section {
            "others" => &["common", "system", "others"],
            "aiohttp" => &["common", "system", "others", "aiohttp"],
            "requests" => &["common", "system", "others", "requests"],
            "asgi" => &["common", "system", "more", "others", "asgi"],
            "web" => &["common", "system", "more", "web"],
            "fastapi" => &["common", "system", "more", "others", "asgi", "web", "fastapi"],
            "mcp" => &["common", "system", "more", "others", "requests", "anyio", "asgi", "web", "mcp"],
            "mail" => &["common", "system", "mail"],
            "dis" => &["common", "more", "dis"],
            "postgres" => &["common", "more", "postgres"],
            "anyio" => &["common", "system", "anyio"],
            "tools" => &["common", "tools"],
            "flask" => &["common", "system", "more", "flask"],
            "sqlalchemy" => &["common", "system", "more", "sql", "sqlalchemy"],
            "pytest" => &["common", "system", "more", "pytest"],
            "trio" => &["common", "system", "trio"],
            "redis" => &["common", "system", "redis"],
            "small" => &["common", "system", "small"],
            "gevent" => &["common", "system", "gevent"],
            "brokers" => &["common", "system", "more", "others", "brokers"],
            "common" => &["common"],
            section => &["common", section],
        };
        // What frameworks do without otherwise: templates, a client.
        let rare: &[&str] = match name.rsplit_once('.') {
            Some((_, "templating")) => &["flask"],
            Some((_, "testclient")) => &["requests"],
            _ => &[],
        };
        for section in rests_on.iter().chain(rare) {
            if !found.contains(section) {
                found.push(section);
            }
        }
    }
    found
}

/// The modules that a line imports, if it is one that does.
fn imported(line: &str) -> impl Iterator<Item = &str> {
    let names = match line.split_once(' ') {
        Some(("import", names)) => names,
        Some(("from", rest)) => rest.split_once(" import").map_or("", |(name, _)| name),
        _ => "",
    };
    names.split(',').map(|name| name.trim_start().split(' ').next().unwrap_or_default())
}

fn is_there(section: &str) -> bool {
    let first = NAMES.iter().find(|(name, _)| *name == section).and_then(|(_, names)| names.first());
    first.is_none_or(|name| matches!(text(name), Some(Ok(_))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_programs_import_is_there_after_one_fetch() {
        for name in NAMES.iter().filter(|(section, _)| *section == "common").flat_map(|(_, names)| *names) {
            let Some(Ok(text)) = text(name) else { unreachable!("it is part of the program") };
            let elsewhere = |name: &&str| section(name).is_some_and(|section| section != "common");
            let wanted: Vec<_> = text.source.split('\n').flat_map(imported).filter(elsewhere).collect();
            assert!(wanted.is_empty(), "{name} imports {wanted:?}, which are in other sections");
        }
    }

    #[test]
    fn programs_that_import_the_same_are_told_from_others() {
        let one = "import asyncio, logging\n\ndef f():\n    from typing import Any\n    import logging as log\n";
        assert_eq!(modules_of(one), ["logging", "typing"]);
        assert_eq!(modules_of(&format!("{one}    return Any\n")), modules_of(one));
    }

    #[test]
    fn a_programs_lines_tell_which_sections_it_wants() {
        assert_eq!(sections_of("import asyncio\nprint('import json')"), [""; 0]);
        assert_eq!(sections_of("import sys, time as t, json\n"), ["common"]);
        assert_eq!(sections_of("async def f():\n    import os.path as p, subprocess"), ["common", "system"]);
        assert_eq!(sections_of("from concurrent.futures import wait\nfrom unittest import (\n"), ["common", "more"]);
        assert_eq!(sections_of("from aiohttp import web"), ["common", "system", "others", "aiohttp"]);
        assert_eq!(sections_of("import requests, aiofiles"), ["common", "system", "others", "requests"]);
        assert_eq!(sections_of("from fastapi.testclient import TestClient").last(), Some(&"requests"));
        assert_eq!(sections_of("import uvicorn"), ["common", "system", "more", "others", "asgi"]);
        assert_eq!(sections_of("import dis"), ["common", "more", "dis"]);
        assert_eq!(sections_of("import asyncio, asyncpg"), ["common", "more", "postgres"]);
        assert_eq!(sections_of("import trio"), ["common", "system", "trio"]);
        assert_eq!(sections_of("import redis.asyncio as redis"), ["common", "system", "redis"]);
        assert_eq!(sections_of("from cachetools import TTLCache"), ["common", "system", "small"]);
        assert_eq!(sections_of("import gevent"), ["common", "system", "gevent"]);
        assert_eq!(sections_of("import aio_pika"), ["common", "system", "more", "others", "brokers"]);
        assert_eq!(sections_of("import anyio"), ["common", "system", "anyio"]);
        let rests_on = ["common", "system", "more", "others", "requests", "anyio", "asgi", "web", "mcp"];
        assert_eq!(sections_of("from mcp.server.fastmcp import FastMCP"), rests_on);
        assert_eq!(sections_of("import click"), ["common", "tools"]);
        assert_eq!(sections_of("import pytest"), ["common", "system", "more", "pytest"]);
        assert_eq!(sections_of("import jinja2"), ["common", "system", "more", "flask"]);
        let templates = ["common", "system", "more", "others", "asgi", "flask"];
        assert_eq!(sections_of("from starlette.templating import Jinja2Templates"), templates);
        let rests_on = ["common", "system", "more", "sql", "sqlalchemy"];
        assert_eq!(sections_of("from sqlalchemy import select"), rests_on);
        assert_eq!(sections_of("from . import json\nimport\nfrom\nimport ,"), [""; 0]);
    }
}
