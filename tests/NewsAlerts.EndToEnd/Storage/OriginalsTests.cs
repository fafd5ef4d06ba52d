using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Storage;

[Collection(EmulatorFixture.Collection)]
public sealed class OriginalsTests(EmulatorFixture emulators)
{
    [SkippableFact]
    public async Task A_dropped_original_is_read_as_it_was_dropped()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var dropped = await pipeline.DropAsync("folder/naïve % name.txt", "Text.");

        var original = await pipeline.Get<IOriginals>().ReadAsync(dropped.Name, 5, CancellationToken.None);
        var listed = Assert.Single(await pipeline.Get<IOriginals>().ListAsync(CancellationToken.None).ToListAsync());

        Assert.Equal("Text.", Encoding.UTF8.GetString(original!.Content!.Value.Span));
        Assert.Equal(dropped.Key, original.Head.Key);
        Assert.Equal(dropped.Key, listed.Key);
    }

    [SkippableFact]
    public async Task An_original_above_the_limit_is_not_read()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.DropAsync("long.txt", "123456");

        var original = await pipeline.Get<IOriginals>().ReadAsync("long.txt", 5, CancellationToken.None);

        Assert.Null(original!.Content);
        Assert.Equal(6, original.Head.Length);
    }

    [SkippableFact]
    public async Task A_second_original_of_the_same_name_does_not_overwrite_the_first()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);

        await pipeline.DropAsync("a.txt", "One.");
        await pipeline.DropAsync("a.txt", "Two.");
        await pipeline.DropAsync("a.txt", "Three.");

        Assert.Equal(["a (2).txt", "a (3).txt", "a.txt"], await pipeline.ListBlobsAsync(Containers.Articles));
    }

    [SkippableFact]
    public async Task A_moved_original_is_under_its_day_and_key_and_may_be_moved_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var head = await pipeline.DropAsync("a.txt", "Text.");

        await pipeline.Get<IOriginals>().MoveToOriginalsAsync(head, CancellationToken.None);
        await pipeline.Get<IOriginals>().MoveToOriginalsAsync(head, CancellationToken.None);

        Assert.Empty(await pipeline.ListBlobsAsync(Containers.Articles));
        Assert.Equal([$"{head.Modified.UtcDateTime:yyyy-MM-dd}/{head.Key}/a.txt"], await pipeline.ListBlobsAsync(Containers.Originals));
    }

    [SkippableFact]
    public async Task An_original_that_was_replaced_while_it_was_read_stays_where_it_is()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var head = await pipeline.DropAsync("a.txt", "Old.");
        await Blob(pipeline, "a.txt").UploadAsync(BinaryData.FromString("New."), overwrite: true);

        await pipeline.Get<IOriginals>().MoveToOriginalsAsync(head, CancellationToken.None);

        Assert.Equal("New.", (await Blob(pipeline, "a.txt").DownloadContentAsync()).Value.Content.ToString());
        Assert.Empty(await pipeline.ListBlobsAsync(Containers.Originals));
    }

    [SkippableFact]
    public async Task A_rejected_original_lies_beside_its_reason_however_long_its_name()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var head = await pipeline.DropAsync(new string('n', 1_020) + ".txt", "?");
        var rejection = new Rejection(RejectionReason.NoText, "There is no article in it.", "Drop one.");

        await pipeline.Get<IOriginals>().MoveToRejectedAsync(head, rejection, CancellationToken.None);

        var blobs = await pipeline.ListBlobsAsync(Containers.Rejected);
        Assert.Equal(2, blobs.Count);
        Assert.Equal(blobs[0] + ".json", blobs[1]);
        var reason = await pipeline.Get<StorageClients>().Container(Containers.Rejected).GetBlobClient(blobs[1]).DownloadContentAsync();
        Assert.Contains("There is no article in it.", reason.Value.Content.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_record_holds_the_articles_of_the_longest_feed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var record = new OriginalRecord
        {
            Key = OriginalKey.Of("feed.rss", "1"),
            Name = "feed.rss",
            Done = false,
            EntriesHandled = 499,
            Added = [.. Enumerable.Range(0, 500).Select(i => OriginalKey.Of("article", $"{i}"))],
            Known = [],
            Rejection = new Rejection(RejectionReason.NoText, "Nothing there.", "Nothing to do.", 7),
        };

        await pipeline.Get<IOriginals>().SaveRecordAsync(record, CancellationToken.None);
        var found = await pipeline.Get<IOriginals>().FindRecordAsync(record.Key, CancellationToken.None);

        Assert.Equal(record.Added, found!.Added);
        Assert.Equal(record.Rejection, found.Rejection);
        Assert.False(found.Done);
    }

    /// <summary>A client of the storage API that leaves addresses as they are can put it there.</summary>
    [SkippableFact]
    public async Task An_original_whose_name_leads_elsewhere_is_listed_once_and_neither_followed_nor_lost()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        const string Name = "a/../../library/x.json";
        var library = pipeline.Get<StorageClients>().Container(Containers.Library);
        await library.GetBlobClient("x.json").UploadAsync(BinaryData.FromString("Title: Kept\n\nThis is no original."));
        await PutUnchangedAsync(pipeline.Get<StorageClients>().Container(Containers.Articles), Name, "Title: Bait\n\nThe ferry runs again.");
        Assert.Equal([Name], await pipeline.ListBlobsAsync(Containers.Articles));

        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);
        var listed = Assert.Single(await pipeline.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
        var retried = await pipeline.Get<FailureRetry>().RetryAsync(listed, CancellationToken.None);
        await pipeline.Get<IFailures>().RemoveAsync(listed.Stage, listed.Key, CancellationToken.None);
        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);

        Assert.Equal((nameof(RejectionReason.Unaddressable), Name), (listed.Reason, listed.Subject));
        Assert.IsType<FailureRetryOutcome.NotToBeRetried>(retried);
        Assert.Empty(await pipeline.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
        Assert.Equal([Name], await pipeline.ListBlobsAsync(Containers.Articles));
        Assert.Equal(["x.json"], await pipeline.ListBlobsAsync(Containers.Library));
        Assert.IsType<IngestOutcome.Gone>(await pipeline.Get<ArticleIngester>().IngestAsync(Name, CancellationToken.None));
    }

    private static async Task PutUnchangedAsync(BlobContainerClient container, string name, string text)
    {
        var access = container.GenerateSasUri(BlobContainerSasPermissions.Write, DateTimeOffset.MaxValue.AddYears(-1));
        var address = new Uri(
            $"{container.Uri}/{name}{access.Query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(text) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        request.Headers.Add("x-ms-version", "2021-12-02");
        (await http.SendAsync(request, CancellationToken.None)).EnsureSuccessStatusCode();
    }

    private static BlobClient Blob(TestPipeline pipeline, string name) =>
        pipeline.Get<StorageClients>().Container(Containers.Articles).GetBlobClient(name);
}
