export async function plantedFaults() {}
