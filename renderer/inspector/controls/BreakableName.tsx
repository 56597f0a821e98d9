import { Fragment } from 'react';

/** Parts of `AWS::S3::Bucket.BucketName` and of `aws_s3_bucket.x`, each with the sign that it ends in. */
const partsOf = (name: string): readonly string[] => name.split(/(?<=::|\.|_)/);

/** A name of a template, which may go on in the next line after each of its parts and not inside of one. */
export function BreakableName({ name }: { readonly name: string }) {
  return (
    <code>
      {partsOf(name).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same part may come twice, and none ever moves
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}
