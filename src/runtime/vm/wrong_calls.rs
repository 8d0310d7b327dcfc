//! Calls that give a function other arguments than it takes, by the words of the TypeError: a method without `self`, and
//! what the function's own line says of its parameters.

use super::explained::Known;
use crate::compiler::lines::{indent, is_of_name};
use std::rc::Rc;

/// How the words go on behind the name of the function.
const REFUSALS: [&str; 10] = [
    "takes no ",
    "takes exactly ",
    "takes from ",
    "takes at ",
    "missing ",
    "got an unexpected keyword argument ",
    "got multiple values for argument ",
    "got some positional-only arguments passed as keyword arguments",
    "expected at most ",
    "expected at least ",
];
/// What the first parameter of a method may be called that stands for the object.
const OBJECTS: [&str; 7] = ["self", "cls", "mcs", "this", "me", "s", "_"];
/// So much of a function's line is told.
const LONGEST: usize = 80;

/// What is known of a call that failed with these words. `texts`: the program's, in which it may be defined; `call`: the line
/// of these that failed.
pub(super) fn of(texts: &[Rc<str>], words: &str, call: &str) -> Option<Known> {
    let (name, refusal) = words.split_once("() ")?;
    let is_name = |part: &str| !part.is_empty() && part.chars().all(is_of_name);
    let parts: Vec<&str> = name.split('.').filter(|part| *part != "<locals>").collect();
    let counts = refusal.strip_prefix("takes ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_refusal =
        (counts || REFUSALS.iter().any(|begin| refusal.starts_with(begin))) && !call.trim_start().starts_with("raise");
    if !parts.iter().all(|part| is_name(part)) || !is_refusal {
        return None;
    }
    // Behind a dot it is another module's, or another object's.
    let alone = parts.len() > 1 || called_alone(call, parts[0]);
    let (shown, refusal) = ([name, "()"].concat(), refusal.split(". Did you mean").next()?.to_string());
    let defined = texts.iter().filter(|_| alone).find_map(|text| {
        let lines: Vec<&str> = text.lines().collect();
        definition(&lines, &parts).map(|at| (lines, at))
    });
    let Some((lines, at)) = defined else { return Some(("other-arguments", vec![shown, refusal])) };
    let number = (at + 1).to_string();
    if is_one_less(&refusal) && !call.contains(&[name, "("].concat()) && lacks_self(&lines, at, &parts) {
        return Some(("missing-self", vec![shown, number]));
    }
    // Of a class the line does not say what it takes.
    if lines[at].trim_start().starts_with("class ") {
        return None;
    }
    let line = head(&lines[at..]);
    let line = line.char_indices().nth(LONGEST).map_or(line.to_string(), |(end, _)| [&line[..end], "…"].concat());
    Some(("wrong-arguments", vec![shown, refusal, number, line]))
}

/// What the lines that begin with a `def` say up to the end of its parameters, as one line.
fn head(lines: &[&str]) -> String {
    let mut head = String::new();
    let mut depth = 0;
    for line in lines {
        let code = if line.contains(['"', '\'']) { line } else { line.split('#').next().unwrap_or_default() };
        let opens = head.is_empty() || head.ends_with(['(', '[', '{']);
        let closes = code.trim_start().starts_with([')', ']', '}']);
        if closes {
            head.truncate(head.trim_end_matches(',').len());
        }
        head.push_str(if opens || closes { "" } else { " " });
        for c in code.trim().chars() {
            head.push(c);
            depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
            if c == ')' && depth == 0 {
                return head;
            }
        }
    }
    head
}

/// Whether a line calls a function by its name alone.
fn called_alone(line: &str, name: &str) -> bool {
    line.match_indices(&[name, "("].concat()).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| is_of_name(c) || c == '.')
    })
}

/// The line (from 0) in which the last of some names is defined, each within the one before it.
fn definition(lines: &[&str], names: &[&str]) -> Option<usize> {
    let mut within: Option<(usize, usize)> = None;
    for name in names {
        let defines = |line: &str| {
            let text = line.trim_start();
            let text = text.strip_prefix("async ").unwrap_or(text);
            let rest = text.strip_prefix("def ").or_else(|| text.strip_prefix("class "));
            rest.and_then(|rest| rest.strip_prefix(name)).is_some_and(|rest| rest.starts_with(['(', ':', '[']))
        };
        let (begin, least) = within.map_or((0, 0), |(at, indent)| (at + 1, indent + 1));
        let body = lines[begin..].iter().take_while(|line| line.trim().is_empty() || indent(line) >= least);
        let mut found = body.enumerate().filter(|(_, line)| defines(line) && (least > 0 || indent(line) == 0));
        let (at, line) = found.next()?;
        within = Some((begin + at, indent(line)));
        // Of several it is not known which.
        if found.any(|(_, other)| indent(other) == indent(line)) {
            return None;
        }
    }
    within.map(|(at, _)| at)
}

/// Whether a method is without the parameter for the object: it has none at all, or others of its class have one that is
/// called so and its own first is nothing that is asked for something.
fn lacks_self(lines: &[&str], at: usize, names: &[&str]) -> bool {
    let [.., _, name] = names else { return false };
    let decorators = lines[..at].iter().rev().take_while(|line| line.trim_start().starts_with('@'));
    // `@staticmethod`, `@classmethod`, and what makes others of these.
    let takes_none = decorators.into_iter().any(|line| line.contains("method"));
    let first = lines[at].split_once('(').map_or("", |(_, rest)| rest.trim_start());
    let first = first.split([',', ')', ':', '=', ' ']).next().unwrap_or_default();
    let own = indent(lines[at]);
    let class = (0..at).rev().find(|at| !lines[*at].trim().is_empty() && indent(lines[*at]) < own);
    let Some(class) = class.filter(|class| lines[*class].trim_start().starts_with("class ")) else { return false };
    let within = |from: usize, least: usize| {
        lines[from + 1..].iter().take_while(move |line| line.trim().is_empty() || indent(line) >= least)
    };
    let asked = || within(at, own + 1).any(|line| line.contains(&[first, "."].concat()));
    let is_made_otherwise = |line: &&str| line.contains(&["method(", name, ")"].concat());
    let is_usual = |line: &&str| OBJECTS[..2].iter().any(|object| line.contains(&["(", object].concat()));
    let others = || within(class, own).any(|line| line.trim_start().contains("def ") && is_usual(line));
    !takes_none
        && !OBJECTS.contains(&first)
        && !first.starts_with('*')
        && !within(class, own).any(is_made_otherwise)
        && (first.is_empty() || others() && !asked())
}

/// Whether a function takes one argument less than it was given.
fn is_one_less(refusal: &str) -> bool {
    let number = |text: Option<&str>| text.and_then(|text| text.split(' ').next()).and_then(|n| n.parse::<u32>().ok());
    let takes = number(refusal.strip_prefix("takes ").map(|rest| {
        rest.strip_prefix("from ").map_or(rest, |rest| rest.split_once(" to ").map_or("", |(_, most)| most))
    }));
    let given = number(refusal.split_once(" but ").map(|(_, rest)| rest));
    takes.zip(given).is_some_and(|(takes, given)| given == takes + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
class Dog:
    def bark():
        pass
    def call(self, name): pass
    @staticmethod
    def make(n): pass
    def eat(food, n=1): pass
    @cache
    def run():
        pass
async def bark(
    a,  # first
    b=(1, 2),
): pass
";

    #[test]
    fn a_function_says_itself_what_it_takes() {
        let code = |words: &str| {
            let name = words.split('(').next().unwrap_or_default();
            let call = name.rsplit_once('.').map_or(format!("{name}(1)"), |(_, method)| format!("it.{method}(1)"));
            of(&[SOURCE.into()], words, &call).map(|(code, args)| (code, args.join("|")))
        };
        let found = |code, args: &str| Some((code, args.to_string()));
        assert_eq!(
            code("Dog.bark() takes 0 positional arguments but 1 was given"),
            found("missing-self", "Dog.bark()|2")
        );
        assert_eq!(
            code("Dog.eat() takes from 1 to 2 positional arguments but 3 were given"),
            found("missing-self", "Dog.eat()|7")
        );
        assert_eq!(
            code("Dog.run() takes 0 positional arguments but 1 was given"),
            found("missing-self", "Dog.run()|9")
        );
        let refusal = "takes 2 positional arguments but 3 were given";
        assert_eq!(
            code(&["Dog.call() ", refusal].concat()),
            found("wrong-arguments", &["Dog.call()|", refusal, "|4|def call(self, name)"].concat())
        );
        let refusal = "takes 1 positional argument but 2 were given";
        assert_eq!(
            code(&["Dog.make() ", refusal].concat()),
            found("wrong-arguments", &["Dog.make()|", refusal, "|6|def make(n)"].concat())
        );
        assert_eq!(
            code("bark() missing 1 required positional argument: 'a'"),
            found(
                "wrong-arguments",
                "bark()|missing 1 required positional argument: 'a'|11|async def bark(a, b=(1, 2))"
            )
        );
        assert_eq!(
            code("wait_for() missing 1 required positional argument: 'timeout'"),
            found("other-arguments", "wait_for()|missing 1 required positional argument: 'timeout'")
        );
        assert_eq!(code("range() arg 3 must not be zero"), None);
        assert_eq!(code("bark() takes too long"), None);
        assert_eq!(code("Dog() takes no arguments"), None);
        let call = |call: &str| of(&[SOURCE.into()], "bark() takes 0 positional arguments but 1 was given", call);
        assert_eq!(call("tools.bark(1)").map(|(code, _)| code), Some("other-arguments"));
        assert_eq!(call("raise TypeError('bark(1)')"), None);
    }
}
