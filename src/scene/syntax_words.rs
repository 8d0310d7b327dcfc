//! What CPython's words for a text that does not compile mean, in Chinese.

use super::lacks::translated;
use super::model::Lang;

/// CPython's English and the Chinese of it; `{}` is what CPython puts in. The more particular ones come first.
const TABLE: &[(&str, &str)] = &[
    // -- blocks and lines --
    ("expected ':'", "这里缺少冒号。"),
    ("expected an indented block after {} on line {}", "第 {1} 行的{0}后面要有缩进的代码块。"),
    ("expected an indented block", "这里要有缩进的代码块。"),
    ("unexpected indent", "这一行的缩进多余。"),
    ("unindent does not match any outer indentation level", "这一行的缩进与外面的哪一层都对不齐。"),
    ("inconsistent use of tabs and spaces in indentation", "缩进里混用了制表符和空格。"),
    ("expected 'except' or 'finally' block", "try 后面要有 except 或 finally。"),
    ("unexpected character after line continuation character", "续行符 \\ 后面不能再有别的字符。"),
    // -- brackets and strings --
    ("'{}' was never closed", "括号 {} 没有闭合。"),
    ("unmatched '{}'", "{} 没有与它配对的括号。"),
    (
        "closing parenthesis '{}' does not match opening parenthesis '{}' on line {}",
        "右括号 {0} 与第 {2} 行的左括号 {1} 不配对。",
    ),
    ("closing parenthesis '{}' does not match opening parenthesis '{}'", "右括号 {0} 与左括号 {1} 不配对。"),
    ("unterminated triple-quoted string literal (detected at line {})", "三引号字符串没有结束。"),
    ("unterminated triple-quoted f-string literal (detected at line {})", "三引号 f-string 没有结束。"),
    (
        "unterminated {} (detected at line {}); perhaps you escaped the end quote",
        "字符串没有结束：结尾的引号被 \\ 转义了。",
    ),
    ("unterminated {} (detected at line {})", "字符串没有结束：缺少结尾的引号。"),
    ("f-string: expecting '}'{}", "f-string 里的 { 没有用 } 结束。"),
    ("f-string: single '}' is not allowed", "f-string 里单独的 } 要写成 }}。"),
    ("f-string: valid expression required before '{}'", "f-string 的花括号里，{} 之前要有表达式。"),
    // -- assignments and comparisons --
    ("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", "= 是赋值；比较是否相等要用 ==。"),
    ("cannot assign to {} here. Maybe you meant '==' instead of '='?", "不能给{}赋值；比较是否相等要用 ==。"),
    ("cannot assign to attribute here. Maybe you meant '==' instead of '='?", "这里不能赋值；比较是否相等要用 ==。"),
    ("cannot assign to {}", "不能给{}赋值。"),
    ("cannot delete {}", "不能删除{}。"),
    ("'{}' is an illegal expression for augmented assignment", "{}不能用 += 之类的赋值。"),
    ("name '{}' is used prior to global declaration", "{} 在 global 声明之前已经用过。"),
    ("name '{}' is assigned to before global declaration", "{} 在 global 声明之前已经赋值。"),
    ("no binding for nonlocal '{}' found", "外层函数里没有变量 {}，不能声明 nonlocal。"),
    // -- calls and parameters --
    ("invalid syntax. Perhaps you forgot a comma?", "可能漏了逗号。"),
    ("positional argument follows keyword argument{}", "位置参数要写在关键字参数之前。"),
    ("keyword argument repeated: {}", "关键字参数 {} 重复了。"),
    ("parameter without a default follows parameter with a default", "没有默认值的参数要写在有默认值的参数之前。"),
    ("duplicate argument '{}' in function definition", "函数定义里的参数 {} 重复了。"),
    ("Generator expression must be parenthesized", "生成器表达式要加括号。"),
    ("expected '{}'", "这里缺少 {}。"),
    // -- where a statement may stand --
    ("'{}' outside async function", "{} 只能写在 async def 定义的函数里。"),
    ("asynchronous comprehension outside of an asynchronous function", "异步推导式只能写在 async def 定义的函数里。"),
    ("'break' outside loop", "break 只能写在循环里。"),
    ("'continue' not properly in loop", "continue 只能写在循环里。"),
    ("'{}' outside function", "{} 只能写在函数里。"),
    ("'yield from' inside async function", "async def 的函数里不能用 yield from。"),
    ("'return' with value in async generator", "异步生成器里的 return 不能带值。"),
    ("from __future__ imports must occur at the beginning of the file", "from __future__ 导入要写在文件开头。"),
    // -- names and numbers --
    ("invalid decimal literal", "数字写错了：名字不能以数字开头。"),
    ("leading zeros in decimal integer literals are not permitted; {}", "十进制整数不能以 0 开头。"),
    ("invalid character '{}' (U+{})", "Python 的语法里没有字符 {}。"),
    ("invalid syntax", "Python 读不懂这里。"),
    // -- what the words above put in --
    ("function definition", "函数定义"),
    ("class definition", "类定义"),
    ("'{}' statement", " {} 语句"),
    ("'{}' block", " {} 块"),
    ("function call", "函数调用的结果"),
    ("literal", "字面量"),
    ("expression", "表达式"),
    ("comparison", "比较表达式"),
    ("await expression", " await 表达式"),
];

/// What the words of a refusal (`SyntaxError: …`) mean; None: in English they say it themselves, or there is no Chinese.
pub fn meaning(report: &str, lang: Lang) -> Option<String> {
    let (kind, message) = report.split_once(": ")?;
    let refused = matches!(kind, "SyntaxError" | "IndentationError" | "TabError");
    translated(TABLE, message).filter(|_| refused && lang == Lang::Zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::{Mode, compile};

    /// The Chinese for what is wrong with a text.
    fn of(source: &str) -> String {
        let error = compile(source, "main.py", Mode::Module).expect_err(source);
        meaning(&[error.kind.name(), ": ", &error.message].concat(), Lang::Zh).unwrap_or(error.message)
    }

    #[test]
    fn what_beginners_forget_is_said_in_chinese() {
        let said = [
            ("if x\n    y\n", "这里缺少冒号。"),
            ("def f():\nx\n", "第 1 行的函数定义后面要有缩进的代码块。"),
            ("if x:\ny\n", "第 1 行的 if 语句后面要有缩进的代码块。"),
            ("x\n  y\n", "这一行的缩进多余。"),
            ("print(1\n", "括号 ( 没有闭合。"),
            ("x = (1]\n", "右括号 ] 与左括号 ( 不配对。"),
            ("x = (\n1]\n", "右括号 ] 与第 1 行的左括号 ( 不配对。"),
            ("x = 'a\n", "字符串没有结束：缺少结尾的引号。"),
            ("f() = 1\n", "不能给函数调用的结果赋值；比较是否相等要用 ==。"),
            ("if x = 1: pass\n", "= 是赋值；比较是否相等要用 ==。"),
            ("f(a=1, 2)\n", "位置参数要写在关键字参数之前。"),
            ("x = [1 2]\n", "可能漏了逗号。"),
            ("def f():\n    await g()\n", "await 只能写在 async def 定义的函数里。"),
            ("return 1\n", "return 只能写在函数里。"),
            ("try:\n    x\ny\n", "try 后面要有 except 或 finally。"),
            ("f'{a'\n", "f-string 里的 { 没有用 } 结束。"),
            ("x = 1a\n", "数字写错了：名字不能以数字开头。"),
            ("x y z\n", "Python 读不懂这里。"),
        ];
        for (source, chinese) in said {
            assert_eq!(of(source), chinese, "{source}");
        }
        assert_eq!(meaning("SyntaxError: invalid syntax", Lang::En), None);
        assert_eq!(meaning("ValueError: invalid syntax", Lang::Zh), None);
    }
}
