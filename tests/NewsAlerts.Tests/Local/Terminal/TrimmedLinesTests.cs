using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Tests.Local.Terminal;

public sealed class TrimmedLinesTests
{
    [Fact]
    public void Spaces_at_line_ends_do_not_go_into_a_pipe()
    {
        using var written = new StringWriter();
        using var trimmed = new TrimmedLines(written);

        trimmed.Write("a  b   \n   \n  c  ");

        Assert.Equal("a  b\n\n  c", written.ToString());
    }
}
