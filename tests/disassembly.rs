//! Golden disassembly: each tests/disassembly/*.py is compiled and its code compared with the .txt beside it.
//! `RENEW=1 cargo test --test disassembly` writes the .txt files anew, to be read in review.

use std::path::Path;

use loopscope::bytecode::disassemble;
use loopscope::compiler::{Mode, compile};

#[test]
fn code_is_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/disassembly");
    let mut sources: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|e| e == "py"))
        .collect();
    sources.sort();
    let mut wrong = Vec::new();
    for path in sources {
        let name = path.file_name().unwrap().to_string_lossy().to_string();
        let source = std::fs::read_to_string(&path).expect("readable");
        let text = match compile(&source, &name, Mode::Module) {
            Ok(code) => disassemble(&code),
            Err(error) => format!("{}: {}\n", error.kind.name(), error.message),
        };
        let recorded = path.with_extension("txt");
        if std::env::var_os("RENEW").is_some() {
            std::fs::write(&recorded, text).expect("writable");
        } else if std::fs::read_to_string(&recorded).unwrap_or_default() != text {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "differs from what is recorded: {wrong:?} (RENEW=1 writes it anew)");
}
