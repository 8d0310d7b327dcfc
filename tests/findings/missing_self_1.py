class Dog:
    def bark():
        return "woof"
Dog().bark()
# found: missing-self@4, repaired
