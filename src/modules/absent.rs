//! Modules that there are elsewhere and not here.

use super::library::{Unfetched, text};

/// A module that there is elsewhere, and not here.
pub struct Absent {
    pub name: &'static str,
    /// It is of CPython's library; others are installed, or are not.
    pub standard: bool,
    /// What to use instead.
    pub instead: Option<&'static str>,
}

/// What modules/python/common/_absent.py lists, in its two tables.
pub fn all() -> Result<impl Iterator<Item = Absent>, Unfetched> {
    let text = text("_absent").expect("a text of the library")?;
    let tables = text.source.split("'''").skip(1).step_by(2).zip([true, false]);
    Ok(tables.flat_map(|(table, standard)| {
        table.lines().flat_map(move |line| {
            let (names, instead) = line.split_once(" => ").map_or((line, None), |(names, way)| (names, Some(way)));
            names.split(' ').filter(|name| !name.is_empty()).map(move |name| Absent { name, standard, instead })
        })
    }))
}
