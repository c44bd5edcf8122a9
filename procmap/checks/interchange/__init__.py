"""What a file of BPMN says, held against the standard and against its own picture."""
