"""What can be asked of a map: one file for each check, in a folder for each subject; engine and catalogue."""
