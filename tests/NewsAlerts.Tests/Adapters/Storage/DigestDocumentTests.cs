using System.Text.Json;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Storage;

public sealed class DigestDocumentTests
{
    [Fact]
    public void A_digest_that_counts_what_it_had_no_room_for_is_read_as_it_was_written()
    {
        var story = ArticleId.Of(null, "news");
        var written = GivenDigest.OfHarbourNews().Build() with
        {
            Id = DigestId.OfAlert(GivenDigest.SubscriptionId, story),
            Rest = new DigestRest(37, [new DigestTitle(story, "Without a source or an address", "und"), new DigestTitle(story, "With both", "en", "Gazette", new Uri("https://gazette.example/a"))]),
        };

        var read = Read(Write(written));

        Assert.Equal(written.Rest.Titles, read.Rest!.Titles);
        Assert.Equal((written.Id, 37, written.Items.Count), (read.Id, read.Rest.Count, read.Items.Count));
    }

    [Fact]
    public void A_digest_of_before_has_no_rest()
    {
        var before = Write(GivenDigest.OfHarbourNews().Build());

        Assert.DoesNotContain("rest", before, StringComparison.Ordinal);
        Assert.Null(Read(before).Rest);
    }

    private static string Write(Digest digest) => JsonSerializer.Serialize(digest, DocumentJson.Default.Digest);

    private static Digest Read(string json) => JsonSerializer.Deserialize(json, DocumentJson.Default.Digest)!;
}
