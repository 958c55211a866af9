"""The part of Pengaturan about the instructions that can be ticked on a disposition sheet."""
