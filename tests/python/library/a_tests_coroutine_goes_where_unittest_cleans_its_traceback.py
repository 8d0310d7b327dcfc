import unittest


async def answer(): return 42


class Answers(unittest.TestCase):
    def test_answer(self):
        self.assertEqual(answer(), 42)


unittest.main(argv=["answers", "-q"])
