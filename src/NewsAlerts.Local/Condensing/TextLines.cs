using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace NewsAlerts.Local.Condensing;

/// <summary>A line of a stream.</summary>
/// <param name="Number">Its number, from 1; blank lines count.</param>
/// <param name="Content">Its bytes, without the line end; null where it is longer than is read.</param>
internal readonly record struct TextLine(int Number, ReadOnlyMemory<byte>? Content);

/// <summary>Reads a stream line by line, with never more than a line in memory.</summary>
internal static class TextLines
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <param name="input">UTF-8. It is closed at the end.</param>
    /// <param name="maxBytes">What is longer comes without its content.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The lines that aren't blank.</returns>
    public static async IAsyncEnumerable<TextLine> ReadAsync(Stream input, int maxBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(input);
        try
        {
            var (number, skipping, ended) = (1, false, false);
            while (!ended)
            {
                var result = await reader.ReadAsync(cancellationToken);
                var buffer = result.Buffer;
                while (TryTakeLine(ref buffer, result.IsCompleted, out var line))
                {
                    if (skipping || line.Length > maxBytes)
                    {
                        yield return new TextLine(number, null);
                    }
                    else if (Trimmed(line) is { IsEmpty: false } content)
                    {
                        yield return new TextLine(number, content);
                    }

                    (number, skipping) = (number + 1, false);
                }

                // What cannot become a line any more need not be kept.
                if (buffer.Length > maxBytes)
                {
                    (skipping, buffer) = (true, buffer.Slice(buffer.End));
                }

                ended = result.IsCompleted;
                reader.AdvanceTo(buffer.Start, buffer.End);
            }

            if (skipping)
            {
                yield return new TextLine(number, null);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        // The last line need not have an end.
        line = buffer;
        if (!isLast || buffer.IsEmpty)
        {
            return false;
        }

        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlySequence<byte> line)
    {
        ReadOnlyMemory<byte> content = line.ToArray();
        content = content.Span.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        return content.Trim(" \t\r"u8);
    }
}
