"""In place of `test.support.hypothesis_helper`: there is none."""
hypothesis = None
