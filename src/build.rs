//! Build script: gathers the table of the library's texts (src/modules/texts.rs), and gives the wasm a stack.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/build.rs");
    gather_texts()?;
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // So large that the browser's stack, which reports its end, overflows first.
        println!("cargo::rustc-link-arg-bin=web=-zstack-size=4194304");
    }
    Ok(())
}

/// Writes `texts.rs` for `src/modules/texts.rs`: what lies in the folders of `src/modules/python`, each of them a section.
fn gather_texts() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/modules/python");
    let [root, out] =
        ["CARGO_MANIFEST_DIR", "OUT_DIR"].map(|name| PathBuf::from(env::var_os(name).unwrap_or_default()));
    let (mut table, mut parts) = (String::from("texts! {\n"), String::from("parts! {\n"));
    for section in entries(&root.join("src/modules/python"))? {
        let mut modules = Vec::new();
        gather(&section, "", &mut modules)?;
        modules.sort();
        _ = writeln!(table, "    {} {{", stem(&section));
        for (name, file) in modules {
            let package = stem(&file) == "__init__";
            if let Some(whole) = whole_of(&fs::read_to_string(&file)?) {
                _ = writeln!(parts, "    ({name:?}, {whole:?}),");
            }
            _ = writeln!(table, "        ({name:?}, {package}, {:?}),", file.display().to_string());
        }
        table.push_str("    }\n");
    }
    table.push_str("}\n");
    parts.push_str("}\n");
    table.push_str(&parts);
    fs::write(out.join("texts.rs"), table)
}

/// The module that a text says it is a part of: where it has a marked line that sets `__name__`.
fn whole_of(text: &str) -> Option<&str> {
    let line = text.lines().find(|line| line.starts_with("__name__ = '") && line.contains("  #: "))?;
    line.split('\'').nth(1)
}

/// The modules that lie in a folder, named as Python finds them: `a/b.py` is `a.b`, and `a/__init__.py` is `a`.
fn gather(folder: &Path, package: &str, into: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for path in entries(folder)? {
        let name = stem(&path);
        let name = if package.is_empty() { name } else { format!("{package}.{name}") };
        if path.is_dir() {
            gather(&path, &name, into)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            into.push((name.strip_suffix(".__init__").unwrap_or(&name).to_owned(), path));
        }
    }
    Ok(())
}

/// What is in a folder, by name.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
