//! What stands beside a program on its host is there for its imports, and for nothing else.

use std::rc::Rc;

use loopscope::modules::Beside;
use loopscope::session::{Options, Session, Status};

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
    let options = Options { beside: Some(Beside(Rc::new(read))), ..Options::default() };
    let mut session = Session::new(source, options).expect("the program is one");
    while session.advance(1_000_000) == Status::Running {}
    let text: String = session.take_output().into_iter().map(|piece| piece.text).collect();
    let want = "['main.py']\nutil.one /home/user/util/one.py\nutil.space.two\nNo module named 'util.nothing'\n";
    assert_eq!(text, want);
}
