using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Digesting;

public sealed class DigestIdTests
{
    private static readonly SubscriptionId Reader = SubscriptionId.Parse("00k3m5a7cq2zxw6b", null);

    [Fact]
    public void The_same_due_time_gives_the_same_digest_in_any_time_zone()
    {
        var utc = new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

        Assert.Equal("d-00k3m5a7cq2zxw6b-20261123T073000Z", DigestId.Of(Reader, utc).ToString());
        Assert.Equal(DigestId.Of(Reader, utc), DigestId.Of(Reader, utc.ToOffset(TimeSpan.FromHours(9))));
        Assert.Equal(DigestId.Of(Reader, utc), DigestId.Of(Reader, utc.AddMilliseconds(999)));
        Assert.NotEqual(DigestId.Of(Reader, utc), DigestId.Of(Reader, utc.AddSeconds(1)));
    }

    [Fact]
    public void An_id_comes_back_from_its_text()
    {
        var id = DigestId.Of(Reader, new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));

        var parsed = DigestId.Parse(id.ToString(), null);

        Assert.Equal(id, parsed);
        Assert.Equal((Reader, id.Due), (parsed.SubscriptionId, parsed.Due));
    }

    [Theory]
    [InlineData(DigestKind.Digest, "d-00k3m5a7cq2zxw6b-20261123T073000Z")]
    [InlineData(DigestKind.RoundUp, "r-00k3m5a7cq2zxw6b-20261123T073000Z")]
    [InlineData(DigestKind.Confirmation, "c-00k3m5a7cq2zxw6b-20261123T073000Z")]
    [InlineData(DigestKind.Notice, "n-00k3m5a7cq2zxw6b-20261123T073000Z")]
    [InlineData(DigestKind.Alert, "a-00k3m5a7cq2zxw6b-vsmainyqznf6jmeugngo6dwgge")]
    public void Every_kind_is_told_by_its_first_letter(DigestKind kind, string text)
    {
        var id = DigestId.Parse(text, null);

        Assert.Equal(kind, id.Kind);
        Assert.Equal(text, id.ToString());
        Assert.Equal(kind is DigestKind.Alert, id.Due is null);
        Assert.Equal(kind is DigestKind.Alert, id.Story is not null);
        Assert.Equal(id, id.Story is { } story ? DigestId.OfAlert(Reader, story) : DigestId.Of(kind, Reader, id.Due!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-00k3m5a7cq2zxw6b-20261123T073000Z")]
    [InlineData("d-00k3m5a7cq2zxw6b-vsmainyqznf6jmeugngo6dwgge")]
    [InlineData("d-00k3m5a7cq2zxw6b")]
    [InlineData("x-00k3m5a7cq2zxw6b-20261123T073000Z")]
    [InlineData("d-00k3m5a7cq2zxw6b-20261323T073000Z")]
    [InlineData("d-../../etc/passwd-20261123T073000Z")]
    public void What_is_no_id_is_refused(string text) => Assert.Throws<FormatException>(() => DigestId.Parse(text, null));
}
