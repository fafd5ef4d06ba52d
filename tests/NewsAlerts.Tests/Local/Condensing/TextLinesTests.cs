using System.Text;
using NewsAlerts.Local.Condensing;

namespace NewsAlerts.Tests.Local.Condensing;

public sealed class TextLinesTests
{
    [Theory]
    [InlineData("a\nb\n", "1:a 2:b")]
    [InlineData("a\r\n\r\n  \nb", "1:a 4:b")]
    [InlineData("\uFEFFa", "1:a")]
    [InlineData("", "")]
    [InlineData("12345678\n12345678901\nb\n1234567890123456789", "1:12345678 2:! 3:b 4:!")]
    public async Task Lines_have_the_numbers_that_an_editor_shows(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', await Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), maxBytes: 10)));

    [Fact]
    public async Task A_line_that_is_too_long_is_not_kept_in_memory()
    {
        var before = GC.GetTotalAllocatedBytes();

        Assert.Equal(["1:!", "2:b"], await Read(new EndlessLine(length: 300_000_000, then: "\nb\n"), maxBytes: 1_000));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
    }

    private static async Task<List<string>> Read(Stream input, int maxBytes) =>
        await TextLines.ReadAsync(input, maxBytes, CancellationToken.None)
            .Select(line => $"{line.Number}:{(line.Content is { } content ? Encoding.UTF8.GetString(content.Span) : "!")}")
            .ToListAsync();

    /// <summary>So many times "x", and then something else.</summary>
    private sealed class EndlessLine(long length, string then) : MemoryStream(Encoding.UTF8.GetBytes(then))
    {
        private long _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0)
            {
                return base.ReadAsync(buffer, cancellationToken);
            }

            var count = (int)Math.Min(_left, buffer.Length);
            buffer.Span[..count].Fill((byte)'x');
            _left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
