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
