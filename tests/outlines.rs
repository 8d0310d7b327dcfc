//! The library's functions, whose bodies are compiled when they are first wanted, come to the code that compiling the whole
//! text makes of them.
use std::rc::Rc;

use loopscope::bytecode::{Code, Const};
use loopscope::compiler::{Mode, compile, compile_outline};
use loopscope::modules::library;

#[test]
fn what_is_compiled_later_is_what_the_whole_text_compiles_to() {
    let (mut later, mut at_once) = (0, 0);
    for name in library::names() {
        let Some(Ok(text)) = library::text(name) else { unreachable!("it is part of the program") };
        let whole =
            compile(text.source, name, Mode::Module).unwrap_or_else(|e| panic!("{name}:{}: {}", e.line, e.message));
        let outline = compile_outline(text.source, name).unwrap_or_else(|e| panic!("{name}:{}: {}", e.line, e.message));
        alike(name, &whole, &outline, &mut later, &mut at_once);
    }
    assert!(later > 6_000 && later > at_once, "{later} functions are compiled later, {at_once} at once");
}

fn alike(module: &str, whole: &Code, outline: &Code, later: &mut usize, at_once: &mut usize) {
    let place = format!("{module}:{} {}", whole.first_line, whole.qualname);
    if let Some(rest) = &outline.later {
        *later += 1;
        assert!(text(whole) == text(rest.code()), "{place}");
        let told = |code: &Code| (code.name.clone(), code.qualname.clone(), code.first_line, code.free.clone());
        assert_eq!(told(whole), told(outline), "{place}");
        assert_eq!(whole.params, outline.params, "{place}");
        return;
    }
    *at_once += 1;
    assert_eq!(whole.instrs.len(), outline.instrs.len(), "{place}");
    // What a `def` makes ends where its body does, or, in an outline, where that begins.
    let begins = |code: &Code| code.positions.iter().map(|p| (p.line, p.column)).collect::<Vec<_>>();
    assert!(begins(whole) == begins(outline), "{place}");
    let (whole, outline) = (blocks(whole), blocks(outline));
    assert_eq!(whole.len(), outline.len(), "{place}");
    for (whole, outline) in whole.iter().zip(&outline) {
        alike(module, whole, outline, later, at_once);
    }
}

/// All of a block, those in it included.
fn text(code: &Code) -> String {
    format!("{code:?}")
}

fn blocks(code: &Code) -> Vec<Rc<Code>> {
    let block = |constant: &Const| match constant {
        Const::Code(code) => Some(code.clone()),
        _ => None,
    };
    code.consts.iter().filter_map(block).collect()
}
