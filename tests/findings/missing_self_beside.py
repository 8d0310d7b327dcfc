from helper import Dog
Dog().bark()
-- helper.py --
class Dog:
    def bark():
        return 1
# found: missing-self@2, repaired
