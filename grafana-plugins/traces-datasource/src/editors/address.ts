/** What is wrong with the address of a service, if anything. */
export function addressProblem(address: string): string | undefined {
  if (address === '') {
    return 'An address is needed, such as http://localhost:8081.';
  }
  if (!URL.canParse(address) || !/^https?:\/\//.test(address)) {
    return 'The address must begin with http:// or https://.';
  }
  const { search, hash, username, password } = new URL(address);
  if (search || hash) {
    return 'The address must end before any ? or #.';
  }
  return username || password ? 'User and password must not be part of the address.' : undefined;
}
