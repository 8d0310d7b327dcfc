//! A reader's moves that need the recording, and edits of the program.

use super::state::Action;
use super::store::Store;
use crate::modules::attached::just_begun;
use crate::player::Granularity;
use crate::scene::FixView;

/// One stop on or back: of the page's granularity, if none is given.
pub fn go_by(store: &Store, grain: Option<Granularity>, forward: bool) {
    let page = store.page();
    if let Some(step) = page.stop_from(grain.unwrap_or(page.grain), forward) {
        store.dispatch(Action::Go(step));
    }
}

/// To where the line runs next.
pub fn run_to_line(store: &Store, line: u32) {
    let page = store.page();
    let step = page.shown.as_ref().filter(|_| !page.stale()).and_then(|shown| shown.run_to_line(line, page.step));
    if let Some(step) = step {
        store.dispatch(Action::Go(step));
    }
}

/// Whether the edit begins a file behind the program, whose text the reader has.
pub fn begins_file(fix: &FixView) -> bool {
    just_begun(&fix.text)
}

/// The program with the edit made; lines from 1, columns from 0 in code points.
pub fn edited(code: &str, fix: &FixView) -> String {
    let start = offset(code, fix.line, fix.column);
    let end = offset(code, fix.end_line, fix.end_column).max(start);
    format!("{}{}{}", &code[..start], fix.text, &code[end..])
}

fn offset(code: &str, line: u32, column: u32) -> usize {
    let begin = code.split_inclusive('\n').take(line.saturating_sub(1) as usize).map(str::len).sum::<usize>();
    let row = code[begin..].split('\n').next().unwrap_or("");
    begin + row.char_indices().nth(column as usize).map_or(row.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fix_replaces_its_range_counted_in_characters() {
        let fix =
            FixView { line: 2, column: 3, end_line: 2, end_column: 3, text: "await ".into(), line_after: "".into() };
        assert_eq!(edited("a\n你好 sleep(1)\nb", &fix), "a\n你好 await sleep(1)\nb");
        let fix = FixView { line: 1, column: 0, end_line: 2, end_column: 1, text: "z".into(), line_after: "".into() };
        assert_eq!(edited("ab\ncd", &fix), "zd");
    }
}
