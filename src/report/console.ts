/** The console's host by partition, which the region's name tells. */
function hostOf(region: string): string {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  return region.startsWith('us-gov-') ? 'console.amazonaws-us-gov.com' : 'console.aws.amazon.com';
}

/** The page of a CodeDeploy deployment in the AWS console. */
export function consoleUrl(id: string, region: string): string {
  const query = new URLSearchParams({ region });
  return `https://${hostOf(region)}/codesuite/codedeploy/deployments/${encodeURIComponent(id)}?${query.toString()}`;
}
