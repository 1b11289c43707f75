"""The page "Giấy tờ": what files of houses lack, papers printed many at once, blank forms, the register of numbers."""
