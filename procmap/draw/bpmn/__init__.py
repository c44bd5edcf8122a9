"""Pictures of BPMN files as their own diagrams have them: the file's places, drawn the way procmap draws."""
