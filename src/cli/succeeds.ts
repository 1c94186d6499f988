/** Whether work on the disk succeeds; what the operating system objects to is no mistake of the program. */
export async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
