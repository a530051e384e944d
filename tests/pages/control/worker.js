// Fetches what it is told to: a fault that the harness must notice, though no page did it.
onmessage = ({ data }) => fetch(data).catch(() => {});
