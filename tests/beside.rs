//! What stands beside a program on its host is there for its imports and for the Python that it starts, and for nothing
//! else.

use std::rc::Rc;

use loopscope::modules::Beside;
use loopscope::session::{Options, Session, Status};

/// What a program prints beside which there is what `read` gives.
fn printed(source: &str, read: fn(&str) -> Option<Vec<u8>>) -> String {
    let options = Options { beside: Some(Beside(Rc::new(read))), ..Options::default() };
    let mut session = Session::new(source, options).expect("the program is one");
    while session.advance(1_000_000) == Status::Running {}
    session.take_output().into_iter().map(|piece| piece.text).collect()
}

#[test]
fn a_program_starts_what_stands_beside_it() {
    let source = "import os, subprocess, sys\n\
                  def run(*args):\n    subprocess.run([sys.executable, *args], stderr=subprocess.STDOUT)\n\
                  run('child.py', '1')\nrun(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'child.py'), '2')\n\
                  run('-m', 'child', '3')\nrun('other.py')\n";
    let read = |path: &str| match path {
        "child.py" => Some(b"import sys, util\nprint(util.name, sys.argv[1])\n".to_vec()),
        "util.py" => Some(b"name = __name__\n".to_vec()),
        _ => None,
    };
    let missing = "can't open file '/home/user/other.py': [Errno 2] No such file or directory";
    let text = printed(source, read);
    assert_eq!(text, format!("util 1\nutil 2\nutil 3\n/usr/bin/python3: {missing}\n"));
}

#[test]
fn a_program_imports_what_stands_beside_it() {
    let source = "import os\nprint(os.listdir('.'))\nfrom util import one\nprint(one.name, one.__file__)\n\
                  import util.space.two as two\nprint(two.name)\ntry:\n    import queue, util.nothing\n\
                  except ImportError as e:\n    print(e)\n";
    let read = |path: &str| match path {
        "util/__init__.py" => Some(Vec::new()),
        "util/one.py" | "util/space/two.py" => Some(b"name = __name__\n".to_vec()),
        "util/" | "util/space/" => Some(Vec::new()),
        _ => None,
    };
    let text = printed(source, read);
    let want = "['main.py']\nutil.one /home/user/util/one.py\nutil.space.two\nNo module named 'util.nothing'\n";
    assert_eq!(text, want);
}

#[test]
fn files_come_in_one_text_with_their_program() {
    let source = "import os\nfrom util import name\nimport tools.two as two\nprint(name, two.name, os.listdir('.'))\n\
                  print(open('data/names.txt').read().split(), open('util.py').read().strip())\n\
                  import subprocess, sys\nsubprocess.run([sys.executable, 'util.py'])\n\
                  -- util.py --\nname = __name__\nif name == '__main__': 1 / 0\n\
                  -- tools/two.py --\nname = __name__\n-- data/names.txt --\nAnn\nBen\n";
    let want = "util tools.two ['main.py', 'util.py', 'tools', 'data']\n\
                ['Ann', 'Ben'] name = __name__\nif name == '__main__': 1 / 0\n\
                Traceback (most recent call last):\n  File \"/home/user/util.py\", line 10, in <module>\n    \
                if name == '__main__': 1 / 0\n                           ~~^~~\nZeroDivisionError: division by zero\n";
    assert_eq!(printed(source, |_| None), want);
}

#[test]
fn a_program_may_stand_behind_its_files() {
    let source = "-- util.py --\nname = __name__\n-- main.py --\nimport util\nprint(util.name, 1 / 0)\n";
    let want = "Traceback (most recent call last):\n  File \"/home/user/main.py\", line 5, in <module>\n    \
                print(util.name, 1 / 0)\n                     ~~^~~\nZeroDivisionError: division by zero\n";
    let text = printed(source, |_| None);
    assert_eq!(text.replace("File \"main.py\"", "File \"/home/user/main.py\""), want);
}
